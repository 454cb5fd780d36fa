package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.UUID;

/** The one place an item belongs to: moved to any other tenant, case, item or counter, it does not open. */
public record Context(Kind kind, UUID tenant, UUID scope, UUID aggregate, UUID item, long epoch, long seq) {
    public static final int SIZE = 81;
    private static final String LABEL = "KULCTX01";
    private static final long U32_MAX = 0xffff_ffffL;

    public Context {
        if (epoch < 0 || epoch > U32_MAX || seq < 0 || seq > U32_MAX) {
            throw new IllegalArgumentException("Epoch and sequence have 32 bits.");
        }
    }

    /** Exactly 81 bytes. */
    public byte[] encoded() {
        return new StructWriter(SIZE)
                .ascii(LABEL)
                .u8(kind.code())
                .id(tenant)
                .id(scope)
                .id(aggregate)
                .id(item)
                .u32(epoch)
                .u32(seq)
                .bytes();
    }

    /** Reads exactly 81 bytes. */
    public static Context decoded(byte[] bytes) throws OpenFailed {
        var in = new StructReader(bytes);
        var context = read(in);
        in.end();
        return context;
    }

    static Context read(StructReader in) throws OpenFailed {
        in.expect(LABEL);
        return new Context(Kind.of(in.u8()), in.id(), in.id(), in.id(), in.id(), in.u32(), in.u32());
    }

    /** The same place under another kind. */
    public Context as(Kind other) {
        return new Context(other, tenant, scope, aggregate, item, epoch, seq);
    }
}
