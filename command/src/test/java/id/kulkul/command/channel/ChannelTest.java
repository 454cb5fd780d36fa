package id.kulkul.command.channel;

import static id.kulkul.command.channel.ChannelRejection.*;
import static id.kulkul.command.report.Samples.TENANT;
import static id.kulkul.command.report.Samples.digest;
import static id.kulkul.command.report.Samples.id;

import id.kulkul.command.channel.ChannelCommand.*;
import id.kulkul.command.channel.ChannelEvent.*;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.seal.VerifyingKey;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private static final ChannelId CHANNEL = new ChannelId(id(0x22));
    private static final UUID ADMIN = id(2);
    private static final Octets ED25519 = Octets.of(new byte[64]);
    private static final Octets MLDSA44 = Octets.of(new byte[2420]);
    private static final Octets FIRST = manifest(ManifestType.RECIPIENTS, id(0x22), 1, Digest.ZERO);
    private static final ManifestPublished PUBLISHED = published(1, FIRST);
    private static final ChannelOpened OPENED = new ChannelOpened(CHANNEL, ADMIN);
    private final FixtureConfiguration<Channel> channel = new AggregateTestFixture<>(Channel.class);

    @Test
    void the_first_list_has_number_one_and_no_predecessor() {
        channel.givenNoPriorActivity().when(publish(FIRST)).expectEvents(PUBLISHED);
        channel.givenNoPriorActivity()
                .when(publish(manifest(ManifestType.RECIPIENTS, id(0x22), 2, Digest.ZERO)))
                .expectExceptionDetails(BROKEN_CHAIN);
    }

    @Test
    void every_later_list_names_the_one_before() {
        var second = manifest(ManifestType.RECIPIENTS, id(0x22), 2, PUBLISHED.digest());
        channel.given(PUBLISHED).when(publish(second)).expectEvents(published(2, second));
        channel.given(PUBLISHED)
                .when(publish(manifest(ManifestType.RECIPIENTS, id(0x22), 2, Digest.ZERO)))
                .expectExceptionDetails(BROKEN_CHAIN);
        channel.given(PUBLISHED)
                .when(publish(manifest(ManifestType.RECIPIENTS, id(0x22), 3, PUBLISHED.digest())))
                .expectExceptionDetails(BROKEN_CHAIN);
        channel.given(PUBLISHED).when(publish(FIRST)).expectExceptionDetails(BROKEN_CHAIN);
    }

    @Test
    void a_list_of_another_channel_is_refused() {
        channel.givenNoPriorActivity()
                .when(publish(manifest(ManifestType.RECIPIENTS, id(0x23), 1, Digest.ZERO)))
                .expectExceptionDetails(WRONG_CHANNEL);
    }

    @Test
    void a_list_of_a_tender_is_refused() {
        channel.givenNoPriorActivity()
                .when(publish(manifest(ManifestType.TENDER, id(0x22), 1, Digest.ZERO)))
                .expectExceptionDetails(WRONG_CHANNEL);
    }

    @Test
    void what_is_no_list_of_recipients_is_refused() {
        channel.givenNoPriorActivity().when(publish(Octets.of(new byte[10]))).expectExceptionDetails(BAD_MANIFEST);
        channel.givenNoPriorActivity().when(publish(Octets.of(new byte[200]))).expectExceptionDetails(BAD_MANIFEST);
        var cut = Arrays.copyOf(FIRST.bytes(), FIRST.size() - 1);
        channel.givenNoPriorActivity().when(publish(Octets.of(cut))).expectExceptionDetails(BAD_MANIFEST);
    }

    @Test
    void both_signatures_have_their_size() {
        channel.givenNoPriorActivity()
                .when(new PublishManifest(CHANNEL, ADMIN, FIRST, MLDSA44, MLDSA44))
                .expectExceptionDetails(BAD_SIGNATURE);
        channel.givenNoPriorActivity()
                .when(new PublishManifest(CHANNEL, ADMIN, FIRST, ED25519, ED25519))
                .expectExceptionDetails(BAD_SIGNATURE);
    }

    @Test
    void a_channel_opens_only_when_somebody_could_read() {
        channel.givenNoPriorActivity().when(new OpenChannel(CHANNEL, ADMIN)).expectExceptionDetails(NO_MANIFEST);
        channel.given(PUBLISHED).when(new OpenChannel(CHANNEL, ADMIN)).expectEvents(OPENED);
        channel.given(PUBLISHED, OPENED).when(new OpenChannel(CHANNEL, ADMIN)).expectExceptionDetails(ALREADY_OPEN);
    }

    @Test
    void only_an_open_channel_closes() {
        channel.given(PUBLISHED, OPENED)
                .when(new CloseChannel(CHANNEL, ADMIN))
                .expectEvents(new ChannelClosed(CHANNEL, ADMIN));
        channel.given(PUBLISHED).when(new CloseChannel(CHANNEL, ADMIN)).expectExceptionDetails(NOT_OPEN);
    }

    private static PublishManifest publish(Octets manifest) {
        return new PublishManifest(CHANNEL, ADMIN, manifest, ED25519, MLDSA44);
    }

    private static ManifestPublished published(long epoch, Octets manifest) {
        var digest = Digest.labelled("kulkul/v1/manifest", manifest.bytes());
        return new ManifestPublished(CHANNEL, ADMIN, epoch, digest, manifest, ED25519, MLDSA44);
    }

    private static Octets manifest(ManifestType type, UUID scope, int epoch, Digest previous) {
        var role = type == ManifestType.TENDER ? MemberRole.COMMITTEE : MemberRole.INVESTIGATOR;
        var members = Stream.of(1, 2, 3)
                .map(number -> Member.of(id(number), role, recipient(number), signing(number)))
                .toList();
        var tender = type == ManifestType.TENDER;
        var manifest = new Manifest(
                type, TENANT, scope, epoch, 0, previous, tender ? 2 : 0, digest(1), digest(2), digest(3), 0, members);
        return Octets.of(manifest.encoded());
    }

    private static Recipient recipient(int number) {
        try (var key = OpeningKey.of(digest(number).bytes())) {
            return key.recipient();
        }
    }

    private static VerifyingKey signing(int number) {
        try (var key = SigningKey.of(digest(number).bytes())) {
            return key.verifying();
        }
    }
}
