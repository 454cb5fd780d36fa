package id.kulkul.command.report;

import id.kulkul.command.Rejection;
import id.kulkul.command.sealed.SealedRefusal;

/** Why a protected report refuses a command; the codes {@code reports/...} never change. */
public enum ReportRejection implements Rejection {
    /** A report of this id has been received before. */
    DUPLICATE_SUBMISSION,
    /** The id does not follow from the reporter's keys. */
    WRONG_ID,
    /** The report has been closed. */
    ALREADY_CLOSED,
    /** The act does not fit the stage in which the report is. */
    WRONG_STAGE,
    /** The person is not among those who may read the report. */
    NOT_A_RECIPIENT(Kind.HIDDEN),
    /** The items are sealed for somebody who must not read the report. */
    EXCLUDED_RECIPIENT(Kind.INVALID),
    /** The items are sealed for nobody. */
    NO_RECIPIENT(Kind.INVALID),
    /** The items name another list of recipients, or another group, than the one in force. */
    WRONG_MANIFEST(Kind.INVALID),
    /** An item is of the wrong kind, place, size, or number of recipients. */
    BAD_ITEM(Kind.INVALID),
    /** An item of this id has been received before. */
    ITEM_ALREADY_RECEIVED,
    /** An item does not carry its sender's next number. */
    SEQUENCE_GAP,
    /** The signature has not 64 bytes. */
    BAD_SIGNATURE(Kind.INVALID),
    /** The report has no item of this id. */
    NO_SUCH_ITEM(Kind.INVALID),
    /** Only custodians together open an identity. */
    NEEDS_CUSTODIANS(Kind.FORBIDDEN),
    /** The rules do not know this category. */
    UNKNOWN_CATEGORY(Kind.INVALID),
    /** No rules were ever published under this version. */
    UNKNOWN_RULES(Kind.INVALID),
    /** The rules know no such clock. */
    UNKNOWN_CLOCK(Kind.INVALID),
    /** The investigation has had its one extension. */
    ALREADY_EXTENDED,
    /** Whoever drafted the findings cannot confirm them. */
    SAME_PERSON(Kind.FORBIDDEN),
    /** Findings rest on a text that whoever confirms them can read. */
    NOTE_MISSING(Kind.INVALID),
    /** Nobody confirms findings without having opened what they rest on. */
    FINDINGS_UNREAD,
    /** The person has no access already. */
    ALREADY_EXCLUDED,
    /** Nobody would be left who may read the report. */
    LAST_RECIPIENT;

    private final Kind kind;

    ReportRejection() {
        this(Kind.CONFLICT);
    }

    ReportRejection(Kind kind) {
        this.kind = kind;
    }

    /** How a report refuses what must hold of the sealed items of every case. */
    static ReportRejection of(SealedRefusal rule) {
        return valueOf(rule.name());
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String family() {
        return "reports";
    }
}
