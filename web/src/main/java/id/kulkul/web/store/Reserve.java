package id.kulkul.web.store;

/** Room on the disk that is kept back for what must be written even when there is none left. */
interface Reserve {
    /** For a store that has none. */
    Reserve NONE = new Reserve() {
        @Override
        public boolean free() {
            return false;
        }

        @Override
        public boolean isEnough() {
            return true;
        }

        @Override
        public void missed() {}
    };

    /** Gives the room up; false if it was given up before. */
    boolean free();

    /** Whether there is room to go on writing for a while. */
    boolean isEnough();

    /** Takes note that the disk did not take a text: none is invited until there is room to go on for a while. */
    void missed();
}
