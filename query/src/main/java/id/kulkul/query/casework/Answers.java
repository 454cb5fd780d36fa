package id.kulkul.query.casework;

import java.util.function.Function;

/** Answers to some questions, made when the read side starts. */
public record Answers<T>(Class<T> type, Function<Sources, T> made) {}
