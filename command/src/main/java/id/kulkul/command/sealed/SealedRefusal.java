package id.kulkul.command.sealed;

/**
 * Why sealed items, or an act on them, are refused in every kind of case; each kind answers with a constant of its own
 * of the same name.
 */
public enum SealedRefusal {
    /** The person is not among those who may read the case. */
    NOT_A_RECIPIENT,
    /** The items are sealed for somebody who must not read the case. */
    EXCLUDED_RECIPIENT,
    /** The items are sealed for nobody. */
    NO_RECIPIENT,
    /** The items name another list of recipients, or another group, than the one in force. */
    WRONG_MANIFEST,
    /** An item is of the wrong kind, place, size, or number of recipients. */
    BAD_ITEM,
    /** An item of this id has been received before. */
    ITEM_ALREADY_RECEIVED,
    /** An item does not carry its sender's next number. */
    SEQUENCE_GAP,
    /** The case has no item of this id. */
    NO_SUCH_ITEM,
    /** Only custodians together open an identity. */
    NEEDS_CUSTODIANS,
    /** The person has no access already. */
    ALREADY_EXCLUDED,
    /** Nobody would be left who may read the case. */
    LAST_RECIPIENT
}
