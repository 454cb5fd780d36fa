package id.kulkul.web.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people who ask at the same time. */
final class Hands {
    private Hands() {}

    /** The answers to these questions, in their order; every question has a hand of its own. */
    static <T> List<T> together(List<Callable<T>> questions) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(questions.size())) {
            List<T> answers = new ArrayList<>();
            for (Future<T> each : hands.invokeAll(questions)) answers.add(each.get());
            return answers;
        }
    }

    /** The answers to one question that is asked so many times at once. */
    static <T> List<T> together(int times, Callable<T> question) throws Exception {
        return together(Collections.nCopies(times, question));
    }
}
