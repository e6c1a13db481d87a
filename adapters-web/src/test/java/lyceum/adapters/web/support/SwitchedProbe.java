package lyceum.adapters.web.support;

import java.util.Optional;
import lyceum.adapters.web.HealthProbe;

public final class SwitchedProbe implements HealthProbe {

    private final String name;
    private final boolean required;
    private volatile Optional<String> complaint = Optional.empty();

    SwitchedProbe(String name, boolean required) {
        this.name = name;
        this.required = required;
    }

    public void complain(String why) {
        complaint = Optional.of(why);
    }

    public void recover() {
        complaint = Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public Optional<String> complaint() {
        return complaint;
    }
}
