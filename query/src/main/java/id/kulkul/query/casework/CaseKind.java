package id.kulkul.query.casework;

import java.util.List;
import java.util.function.Function;

/**
 * What a kind of case brings to the read side.
 *
 * @param name the stored name of its aggregate
 * @param board folds its events and puts its cards
 * @param discretion what it keeps off the desks of those who may read it
 * @param replay what it tells of its past
 * @param answers to questions of its own
 */
public record CaseKind(
        String name,
        Projection<?> board,
        Function<Sources, Discretion> discretion,
        Function<Sources, Replay> replay,
        List<Answers<?>> answers) {
    public CaseKind {
        answers = List.copyOf(answers);
    }
}
