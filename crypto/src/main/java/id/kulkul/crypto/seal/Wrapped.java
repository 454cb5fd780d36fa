package id.kulkul.crypto.seal;

/** What HPKE gives for a secret of 32 bytes: the encapsulation of 1,120 bytes and the ciphertext of 48. */
@SuppressWarnings("ArrayRecordComponent")
record Wrapped(byte[] enc, byte[] ct) {
    static final int ENC_SIZE = 1120;
    static final int CT_SIZE = 48;
}
