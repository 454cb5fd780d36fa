package id.kulkul.command.channel;

import static id.kulkul.command.channel.ChannelRejection.BAD_MANIFEST;

import id.kulkul.command.Octets;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What the channel must know of a list of recipients: whose it is, its number and its predecessor. */
record SignedList(UUID tenant, UUID scope, long epoch, Digest previous, Digest digest) {
    private static final byte[] LABEL = "KULMAN01".getBytes(StandardCharsets.US_ASCII);
    private static final int RECIPIENTS = 1;
    private static final int HEAD = 8 + 1 + 16 + 16 + 4 + 4 + 32;

    /** Reads label, type, tenant, scope, number, hour and predecessor from the front of the bytes. */
    static SignedList read(Octets manifest) {
        var bytes = manifest.bytes();
        if (bytes.length < HEAD) throw BAD_MANIFEST.asException();
        var in = ByteBuffer.wrap(bytes);
        if (!ByteBuffer.wrap(take(in, LABEL.length)).equals(ByteBuffer.wrap(LABEL))) throw BAD_MANIFEST.asException();
        if (in.get() != RECIPIENTS) throw BAD_MANIFEST.asException();
        var tenant = Hex16.uuid(take(in, Hex16.SIZE));
        var scope = Hex16.uuid(take(in, Hex16.SIZE));
        var epoch = Integer.toUnsignedLong(in.getInt());
        in.getInt();
        var previous = Digest.of(take(in, Digest.SIZE));
        return new SignedList(tenant, scope, epoch, previous, Digest.labelled("kulkul/v1/manifest", bytes));
    }

    private static byte[] take(ByteBuffer in, int size) {
        var bytes = new byte[size];
        in.get(bytes);
        return bytes;
    }
}
