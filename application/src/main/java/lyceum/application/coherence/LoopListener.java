package lyceum.application.coherence;

/** Hears how the turns of a {@link Loop} end. The loop itself goes on as if nothing had happened. */
public interface LoopListener {

    void failed(Throwable why);

    void succeeded();
}
