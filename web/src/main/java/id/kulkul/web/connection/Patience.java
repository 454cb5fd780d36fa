package id.kulkul.web.connection;

import java.time.Duration;

/**
 * How long a client may owe something.
 *
 * @param request from the connection, or the last answer, to the end of the next request's head, however it drips
 * @param body from one kibibyte of a body to the next; the doors themselves are stricter
 * @param rest from an answer to the end of a body that it did not wait for
 * @param answer how long any rate of taking an answer will do
 * @param rate bytes a second at which an answer must be taken after that, on average
 */
record Patience(Duration request, Duration body, Duration rest, Duration answer, long rate) {
    static final Patience USUAL = new Patience(
            Duration.ofSeconds(30), Duration.ofMinutes(3), Duration.ofSeconds(30), Duration.ofSeconds(60), 1024);
}
