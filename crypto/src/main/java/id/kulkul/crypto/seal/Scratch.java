package id.kulkul.crypto.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Holds one small plaintext in one array of fixed size that is wiped when it is closed. */
final class Scratch extends OutputStream {
    private final byte[] bytes;
    private int length;

    Scratch(int size) {
        bytes = new byte[size];
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        if (count > bytes.length - length) throw new IOException("More plaintext than announced.");
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
