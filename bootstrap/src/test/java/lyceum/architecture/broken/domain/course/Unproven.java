package lyceum.architecture.broken.domain.course;

/** A port that comes without a contract. */
interface Unproven {

    void save();
}
