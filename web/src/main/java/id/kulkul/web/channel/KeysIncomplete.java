package id.kulkul.web.channel;

import id.kulkul.web.StartRefused;

/** Something in the folder of keys is missing or wrong, and its message says what to do about it. */
public final class KeysIncomplete extends StartRefused {
    private static final long serialVersionUID = 1;

    KeysIncomplete(String sentence) {
        super(sentence);
    }
}
