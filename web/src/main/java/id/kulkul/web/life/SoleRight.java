package id.kulkul.web.life;

/** Says which one of all processes over the same stores does what may be done only once. */
@FunctionalInterface
public interface SoleRight {
    /** Whether it is this process, at this moment. */
    boolean isHeld();
}
