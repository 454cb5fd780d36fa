package id.kulkul.command.policy;

/** How long something lasts by the law, for the words of a page. */
public record Length(int value, Unit unit) {}
