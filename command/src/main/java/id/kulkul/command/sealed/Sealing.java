package id.kulkul.command.sealed;

import id.kulkul.crypto.bytes.Digest;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * For whom items are sealed: the place of the channel, one group of one signed list of recipients, and the people that
 * the group means; the server takes it from the signed list, never from the sender.
 *
 * @param epoch the number of the signed list, 0 to 2^32-1
 * @param group the group's number in that list, 0 to 31
 * @param recipients the people of the group, each once
 * @param custodians how many custodians hold a share of an identity
 * @param needed how many of them open it together
 */
public record Sealing(
        UUID tenant,
        UUID channel,
        long epoch,
        Digest manifest,
        int group,
        List<UUID> recipients,
        int custodians,
        int needed) {
    public Sealing {
        recipients = List.copyOf(recipients);
    }

    /** The same for fewer people, after somebody of the group lost access. */
    public Sealing without(Set<UUID> people) {
        var left =
                recipients.stream().filter(person -> !people.contains(person)).toList();
        return new Sealing(tenant, channel, epoch, manifest, group, left, custodians, needed);
    }
}
