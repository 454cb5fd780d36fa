package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Opens sealed items: to their last byte, or not at all. */
public final class Opening {
    private static final int LARGEST_TEXT = 128 * 1024;

    private Opening() {}

    /**
     * Opens a blob into the sink. Until this returns, the sink holds an unfinished piece that nobody may use: write to
     * a place of your own and rename.
     *
     * @throws OpenFailed if anything is not as it was sealed
     * @throws Inconsistent if the stanza holds a key that does not open exactly the blob that the header names
     */
    public static Opened open(ItemHeader header, Stanza stanza, InputStream blob, OpeningKey key, OutputStream sink)
            throws OpenFailed, Inconsistent, IOException {
        StructReader.require(header.wrap() == WrapSuite.EACH);
        var info = KeyWrap.stanzaInfo(header.context(), stanza.keyId());
        var secret = KeyWrap.open(stanza, info, header.commitment(), key);
        try (var dek = SymmetricKey.of(secret)) {
            return openOrConvict(header, dek, blob, sink);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Opens a blob with a data key that came out of another item; the sink as above. */
    public static Opened open(ItemHeader header, SymmetricKey key, InputStream blob, OutputStream sink)
            throws OpenFailed, IOException {
        return new ChunkReader(blob, header.ctLength()).open(header, key, sink);
    }

    /** Opens a text with the key of one recipient; its author is not known before {@link Unverified#by}. */
    public static Unverified openSigned(ItemHeader header, Stanza stanza, byte[] blob, OpeningKey key)
            throws OpenFailed, Inconsistent {
        try (var plain = room(header)) {
            open(header, stanza, new ByteArrayInputStream(blob), key, plain);
            return unverified(header, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a text with a data key that was put together from shares, or convicts the sender of sealing another. */
    public static Unverified openSigned(ItemHeader header, SymmetricKey key, byte[] blob)
            throws OpenFailed, Inconsistent {
        try (var plain = room(header)) {
            openOrConvict(header, key, new ByteArrayInputStream(blob), plain);
            return unverified(header, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens what {@link Seal#under} sealed; the caller wipes the result. */
    public static byte[] under(SymmetricKey key, Context context, byte[] blob) throws OpenFailed {
        StructReader.require(PayloadCipher.isLength(blob.length));
        try (var plain = new Scratch((int) PayloadCipher.plainLength(blob.length))) {
            new ChunkReader(new ByteArrayInputStream(blob), blob.length).open(context, key, plain);
            return plain.copy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Opened openOrConvict(ItemHeader header, SymmetricKey key, InputStream blob, OutputStream sink)
            throws OpenFailed, Inconsistent, IOException {
        var reader = new ChunkReader(blob, header.ctLength());
        try {
            return reader.open(header, key, sink);
        } catch (OpenFailed e) {
            if (reader.isBlobOf(header)) throw Inconsistent.sender();
            throw e;
        }
    }

    private static Scratch room(ItemHeader header) throws OpenFailed {
        long length = PayloadCipher.plainLength(header.ctLength());
        StructReader.require(length <= LARGEST_TEXT);
        return new Scratch((int) length);
    }

    private static Unverified unverified(ItemHeader header, Scratch plain) throws Inconsistent {
        var plaintext = plain.copy();
        try {
            return Unverified.of(header.context(), header.manifest(), plaintext);
        } catch (OpenFailed e) {
            throw Inconsistent.sender();
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }
}
