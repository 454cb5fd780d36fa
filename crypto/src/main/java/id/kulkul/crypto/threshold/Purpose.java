package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import java.util.UUID;

/** What a share is released for: a release for one purpose does not open under another. */
public sealed interface Purpose {
    byte[] info(Context item, int index);

    /** True if items of this kind are opened for this purpose. */
    boolean fits(Kind kind);

    /** One request to disclose an identity. */
    record Disclosure(UUID request) implements Purpose {
        @Override
        public boolean fits(Kind kind) {
            return kind == Kind.IDENTITY;
        }

        @Override
        public byte[] info(Context item, int index) {
            return new StructWriter(18 + Context.SIZE + Hex16.SIZE)
                    .ascii("kulkul/v1/release")
                    .u8(0)
                    .raw(item.as(Kind.SHARE_RELEASE).encoded())
                    .id(request)
                    .bytes();
        }
    }

    /** One opening of bids, named by the digest of its signed list. */
    record BidOpening(Digest list) implements Purpose {
        @Override
        public boolean fits(Kind kind) {
            return kind == Kind.BID || kind == Kind.TENDER_CANARY;
        }

        @Override
        public byte[] info(Context item, int index) {
            return new StructWriter(21 + Context.SIZE + Digest.SIZE + 1)
                    .ascii("kulkul/v1/bidrelease")
                    .u8(0)
                    .raw(item.encoded())
                    .digest(list)
                    .u8(index)
                    .bytes();
        }
    }
}
