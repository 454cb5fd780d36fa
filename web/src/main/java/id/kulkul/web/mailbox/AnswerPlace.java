package id.kulkul.web.mailbox;

import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.report.MailboxRow;
import java.util.UUID;

/**
 * Where the next answer of a reporter stands in the history; for an unknown receipt nowhere, which looks the same.
 *
 * @param seq the number that the answer's first item must carry
 */
record AnswerPlace(UUID tenant, UUID channel, UUID report, long epoch, long seq) {
    static AnswerPlace of(MailboxRow row) {
        Sealing sealing = row.sealing();
        return new AnswerPlace(
                sealing.tenant(), sealing.channel(), row.report().value(), sealing.epoch(), row.nextSeq());
    }

    /** What is sealed for it can be stored for nobody. */
    static AnswerPlace nowhere() {
        return new AnswerPlace(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 1, 0);
    }

    /** The place of a new item of that kind, with so many of the answer before it. */
    Context item(Kind kind, UUID item, int before) {
        return new Context(kind, tenant, channel, report, item, epoch, seq + before);
    }
}
