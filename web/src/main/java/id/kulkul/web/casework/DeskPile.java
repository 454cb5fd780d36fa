package id.kulkul.web.casework;

import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.casework.Pile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One pile of a desk as a page shows it.
 *
 * @param name for the message {@code staff.pile.NAME}
 * @param tone the style of its cards
 * @param count how many cases of it all pages list
 * @param page where it begins
 * @param shown whether this page has something to say of it
 */
public record DeskPile(String name, String tone, int count, int page, boolean shown, List<DeskCard> cards) {
    /** Words the piles of a page that does not say who holds a case. */
    public static List<DeskPile> of(InboxPage page, Locale language) {
        return of(page, Map.of(), language);
    }

    /** Words the piles of a page, with the public posts of people. */
    public static List<DeskPile> of(InboxPage page, Map<UUID, String> posts, Locale language) {
        return page.piles().stream()
                .map(heap -> pile(heap, page, posts, language))
                .toList();
    }

    private static DeskPile pile(InboxPage.Heap heap, InboxPage page, Map<UUID, String> posts, Locale language) {
        boolean none = heap.count() == 0 && page.number() == 1;
        return new DeskPile(
                name(heap.pile()),
                tone(heap.pile()),
                heap.count(),
                heap.page(),
                none || !heap.cards().isEmpty(),
                heap.cards().stream()
                        .map(card -> DeskCard.of(card, posts, language))
                        .toList());
    }

    private static String name(Pile pile) {
        return switch (pile) {
            case LATE -> "LATE";
            case DUE_TODAY -> "TODAY";
            case FRESH -> "NEW";
            case RUNNING, CLOSED -> "REST";
        };
    }

    private static String tone(Pile pile) {
        return switch (pile) {
            case LATE -> "late";
            case DUE_TODAY -> "soon";
            case FRESH -> "new";
            case RUNNING, CLOSED -> "";
        };
    }
}
