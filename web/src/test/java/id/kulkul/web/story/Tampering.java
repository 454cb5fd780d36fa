package id.kulkul.web.story;

import id.kulkul.crypto.bytes.Hex16;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What somebody with the server's disk could do to the history. */
final class Tampering {
    private Tampering() {}

    /** Changes one byte in the middle of one stored event, in the file itself. */
    static void flipOneByte(Path events, String aggregate, long sequence) throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + events)) {
            byte[] payload = payload(file, aggregate, sequence);
            payload[payload.length / 2] ^= 1;
            try (PreparedStatement change = file.prepareStatement(
                    "UPDATE event SET payload = ? WHERE stream = (SELECT number FROM stream WHERE aggregate = ?) AND sequence = ?")) {
                change.setBytes(1, payload);
                change.setBytes(2, Hex16.bytes(Hex16.parse(aggregate)));
                change.setLong(3, sequence);
                if (change.executeUpdate() != 1) throw new IllegalStateException("There is no such event");
            }
        }
    }

    /** Takes one stored event out, in the file itself. */
    static void remove(Path events, String aggregate, long sequence) throws SQLException {
        change(events, "DELETE FROM event", aggregate, sequence);
    }

    /** Cuts off the last byte of what is stored beside the payload. */
    static void cutStamps(Path events, String aggregate, long sequence) throws SQLException {
        change(events, "UPDATE event SET stamps = substr(stamps, 1, length(stamps) - 1)", aggregate, sequence);
    }

    private static void change(Path events, String sql, String aggregate, long sequence) throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + events);
                PreparedStatement change = file.prepareStatement(
                        sql + " WHERE stream = (SELECT number FROM stream WHERE aggregate = ?) AND sequence = ?")) {
            change.setBytes(1, Hex16.bytes(Hex16.parse(aggregate)));
            change.setLong(2, sequence);
            if (change.executeUpdate() != 1) throw new IllegalStateException("There is no such event");
        }
    }

    private static byte[] payload(Connection file, String aggregate, long sequence) throws SQLException {
        try (PreparedStatement query = file.prepareStatement(
                "SELECT payload FROM event WHERE stream = (SELECT number FROM stream WHERE aggregate = ?) AND sequence = ?")) {
            query.setBytes(1, Hex16.bytes(Hex16.parse(aggregate)));
            query.setLong(2, sequence);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) throw new IllegalStateException("There is no such event");
                return rows.getBytes(1);
            }
        }
    }
}
