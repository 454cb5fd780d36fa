package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Exactly those who may open an item: the keys of one group of one manifest, ascending by key id, none twice. */
public record Recipients(Digest manifest, int group, List<Recipient> recipients) {
    public Recipients {
        recipients = recipients.stream()
                .sorted(Comparator.comparing(Recipient::keyId, Hex16.ASCENDING))
                .toList();
        boolean twice = recipients.stream().map(Recipient::keyId).distinct().count() != recipients.size();
        if (twice || recipients.isEmpty() || recipients.size() > 0xffff) {
            throw new IllegalArgumentException("An audience has at least one recipient, and none twice.");
        }
    }

    /** The same with one more, as a reporter who is to read an answer. */
    public Recipients and(Recipient another) {
        var all = new ArrayList<>(recipients);
        all.add(another);
        return new Recipients(manifest, group, all);
    }
}
