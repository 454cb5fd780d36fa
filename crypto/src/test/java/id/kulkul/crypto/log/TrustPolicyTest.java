package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {

    private static final String LOG = Fixtures.KEYS.policyLines();
    private static final SignedCheckpoint SIGNED =
            Fixtures.KEYS.sign(4, Fixtures.tree(4).root(4), Fixtures.MARK);

    @Test
    void a_policy_without_witnesses_says_so_and_names_both_keys_of_each_log() throws InvalidEvidence {
        LogKeys open = Fixtures.keys(new LogOrigin(Fixtures.TENANT, LogName.OPEN), 50);
        TrustPolicy policy = TrustPolicy.parse(TrustPolicy.withoutWitnesses(List.of(Fixtures.KEYS, open)));
        assertThat(policy.isWithoutWitnesses()).isTrue();
        assertThat(policy.witnessCount()).isZero();
        assertThat(policy.quorumMet(SIGNED)).isTrue();
        SIGNED.verify(policy.log(Fixtures.WBS.text()));
        assertThatThrownBy(() -> SIGNED.verify(policy.log(open.origin().text())))
                .hasMessage("wrong-origin");
        assertThatThrownBy(() -> policy.log("kulkul/elsewhere")).hasMessage("no-log-key");
    }

    @Test
    void a_log_with_one_key_only_is_no_log() throws InvalidEvidence {
        TrustPolicy policy = TrustPolicy.parse(LOG.lines().findFirst().orElseThrow() + "\nquorum none\n");
        assertThatThrownBy(() -> policy.log(Fixtures.WBS.text())).hasMessage("no-log-key");
    }

    @Test
    void two_of_three_witnesses_are_enough_and_one_is_not() throws InvalidEvidence {
        TrustPolicy policy = TrustPolicy.parse(LOG + Witnesses.TWO_OF_THREE);
        assertThat(policy.quorumMet(SIGNED)).isFalse();
        assertThat(policy.quorumMet(Witnesses.cosigned(SIGNED, 0))).isFalse();
        assertThat(policy.quorumMet(Witnesses.cosigned(SIGNED, 0, 0))).isFalse();
        assertThat(policy.quorumMet(Witnesses.cosigned(SIGNED, 0, 2))).isTrue();
        assertThat(policy.cosigners(Witnesses.cosigned(SIGNED, 0, 1, 2))).isEqualTo(3);
        SignedCheckpoint read =
                SignedCheckpoint.parse(Witnesses.cosigned(SIGNED, 0, 2).note());
        assertThat(read.verify(policy.log(Fixtures.WBS.text()))).isEqualTo(Fixtures.MARK);
        assertThat(policy.quorumMet(read)).isTrue();
    }

    @Test
    void a_cosignature_of_another_tree_is_refused() throws InvalidEvidence {
        TrustPolicy policy = TrustPolicy.parse(LOG + Witnesses.lines() + "quorum w0\n");
        SignedCheckpoint other = Fixtures.KEYS.sign(3, Fixtures.tree(3).root(3), Fixtures.MARK);
        SignedCheckpoint pasted = SIGNED.with(Witnesses.cosigned(other, 0).cosignatures());
        assertThatThrownBy(() -> policy.quorumMet(pasted)).hasMessage("bad-cosignature");
    }

    @Test
    void groups_of_groups_are_counted_by_their_own_rule() throws InvalidEvidence {
        TrustPolicy policy = TrustPolicy.parse("  # who is believed\n\n" + LOG + Witnesses.lines()
                + "group\tone any w0 w1\ngroup both all one w2\nquorum both\n");
        assertThat(policy.quorumMet(Witnesses.cosigned(SIGNED, 0, 1))).isFalse();
        assertThat(policy.quorumMet(Witnesses.cosigned(SIGNED, 1, 2))).isTrue();
    }

    @Test
    void logs_and_witnesses_may_be_given_with_their_address() throws InvalidEvidence {
        TrustPolicy policy = TrustPolicy.parse(
                LOG.lines().map(line -> line + " https://log.invalid/").collect(Collectors.joining("\n", "", "\n"))
                        + "witness a KEY https://witness.invalid/\ngroup g any a\nquorum g\n"
                                .replace("KEY", Witnesses.vkey(0).text()));
        SIGNED.verify(policy.log(Fixtures.WBS.text()));
        assertThat(policy.witnessCount()).isEqualTo(1);
        assertThat(policy.quorumMet(SIGNED)).isFalse();
        assertThat(policy.quorumMet(Witnesses.cosigned(SIGNED, 0))).isTrue();
    }

    @Test
    void a_policy_has_at_most_1024_lines() throws InvalidEvidence {
        assertThat(TrustPolicy.parse("quorum none\n" + "\n".repeat(1022)).isWithoutWitnesses())
                .isTrue();
        assertThatThrownBy(() -> TrustPolicy.parse("quorum none\n" + "\n".repeat(1023)))
                .hasMessage("malformed-policy");
    }

    @Test
    void a_group_of_all_asks_for_as_many_as_it_has() throws InvalidEvidence {
        TrustPolicy policy = TrustPolicy.parse(LOG + Witnesses.lines() + "group all all w0 w1 w2\nquorum all\n");
        assertThat(policy.quorumMet(Witnesses.cosigned(SIGNED, 0, 1))).isFalse();
        assertThat(policy.quorumMet(Witnesses.cosigned(SIGNED, 0, 1, 2))).isTrue();
        assertThat(TrustPolicy.parse(LOG + Witnesses.lines() + "group g 3 w0 w1 w2\nquorum g\n")
                        .witnessCount())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum none",
                "quorum nobody\n",
                "quorum none\nquorum none\n",
                "group g any w0\nquorum g\n",
                "log nonsense\nquorum none\n",
                "witness none KEY0\nquorum none\n",
                "witness a KEY0\nwitness a KEY1\nquorum a\n",
                "witness a KEY0\nwitness b KEY0\nquorum a\n",
                "witness a KEY0\ngroup g 2 a\nquorum g\n",
                "witness a KEY0\ngroup g 0 a\nquorum g\n",
                "witness a KEY0\ngroup g any a\ngroup h any a\nquorum g\n",
                "quorum a\nwitness a KEY0\n",
                "log KEY0\nlog KEY0\nquorum none\n",
                "quorum none\u0007\n",
                "rule none\nquorum none\n",
                "log\nquorum none\n",
                "log KEY0 one more\nquorum none\n",
                "witness a\nquorum none\n",
                "witness a KEY0 one more\nquorum a\n",
                "witness a KEY0\ngroup g any\nquorum none\n",
                "witness a KEY0\ngroup a any a\nquorum a\n",
                "witness a KEY0\ngroup none any a\nquorum a\n",
                "witness a KEY0\ngroup g 1a a\nquorum g\n",
                "quorum\n",
                "quorum none more\n",
                "quorum none\u007f\n"
            })
    void a_policy_of_any_other_form_is_refused(String text) {
        String policy = text.replace("KEY0", Witnesses.vkey(0).text())
                .replace("KEY1", Witnesses.vkey(1).text());
        assertThatThrownBy(() -> TrustPolicy.parse(policy)).isInstanceOf(InvalidEvidence.class);
    }

    private static SignedCheckpoint in(LogOrigin origin) {
        return Fixtures.KEYS.in(origin).sign(4, Fixtures.tree(4).root(4), Fixtures.MARK);
    }

    private static TrustPolicy of(LogKeys... logs) throws InvalidEvidence {
        return TrustPolicy.parse(TrustPolicy.withoutWitnesses(List.of(logs)));
    }

    private static void verifyCurrent(TrustPolicy policy, SignedCheckpoint shown) throws InvalidEvidence {
        shown.verify(policy.current(Fixtures.TENANT, LogName.WBS, shown.checkpoint()));
    }

    @Test
    void a_policy_names_keys_and_a_later_origin_of_their_log_is_not_confirmed_by_it() throws InvalidEvidence {
        TrustPolicy policy = of(Fixtures.KEYS);
        LogOrigin second = Fixtures.WBS.next();
        verifyCurrent(policy, SIGNED);
        verifyCurrent(policy, in(second));
        assertThat(policy.isOvertakenBy(Fixtures.WBS)).isFalse();
        assertThat(policy.isOvertakenBy(second)).isTrue();
        assertThat(policy.closes(Fixtures.WBS)).isFalse();
    }

    @Test
    void other_keys_and_other_logs_are_believed_in_no_generation() throws InvalidEvidence {
        TrustPolicy policy = of(Fixtures.KEYS);
        LogOrigin second = Fixtures.WBS.next();
        SignedCheckpoint thief =
                Fixtures.THIEF.in(second).sign(4, Fixtures.tree(4).root(4), Fixtures.MARK);
        assertThatThrownBy(() -> verifyCurrent(policy, thief)).hasMessage("missing-signature");
        LogKeys open = Fixtures.keys(new LogOrigin(Fixtures.TENANT, LogName.OPEN, 2), 50);
        SignedCheckpoint other = open.sign(4, Fixtures.tree(4).root(4), Fixtures.MARK);
        assertThatThrownBy(() -> verifyCurrent(policy, other)).hasMessage("wrong-origin");
        assertThatThrownBy(() -> of(open).log(second)).hasMessage("no-log-key");
    }

    @Test
    void a_policy_that_the_loss_is_confirmed_by_closes_the_origins_before() throws InvalidEvidence {
        LogOrigin second = Fixtures.WBS.next();
        TrustPolicy policy = TrustPolicy.parse(of(Fixtures.KEYS).restored(second));
        assertThat(policy.text()).isEqualTo(of(Fixtures.KEYS.in(second)).text());
        verifyCurrent(policy, in(second));
        assertThat(policy.isOvertakenBy(second)).isFalse();
        assertThat(policy.closes(Fixtures.WBS)).isTrue();
        assertThatThrownBy(() -> verifyCurrent(policy, SIGNED)).hasMessage("closed-origin");
        SIGNED.verify(policy.log(Fixtures.WBS));
        assertThatThrownBy(() -> policy.restored(Fixtures.WBS)).hasMessage("closed-origin");
    }

    @Test
    void a_confirmed_policy_keeps_everything_else() throws InvalidEvidence {
        LogKeys open = Fixtures.keys(new LogOrigin(Fixtures.TENANT, LogName.OPEN), 50);
        String before = "# of 2026\n" + LOG + open.policyLines() + Witnesses.TWO_OF_THREE;
        String after = TrustPolicy.parse(before).restored(Fixtures.WBS.next());
        assertThat(after)
                .isEqualTo(before.replace(
                        LOG, Fixtures.KEYS.in(Fixtures.WBS.next()).policyLines()));
        assertThatThrownBy(() -> TrustPolicy.parse(before).restored(new LogOrigin(Fixtures.TENANT, LogName.BIDS, 2)))
                .hasMessage("no-log-key");
    }

    @Test
    void where_keys_changed_with_the_origin_each_counts_in_its_own_time() throws InvalidEvidence {
        LogOrigin second = Fixtures.WBS.next();
        TrustPolicy policy = of(Fixtures.KEYS, Fixtures.THIEF.in(second));
        SIGNED.verify(policy.log(Fixtures.WBS));
        assertThat(policy.log(second.next()).ed25519().key())
                .isEqualTo(Fixtures.THIEF.verifier().ed25519().key());
        assertThatThrownBy(() -> verifyCurrent(policy, in(second))).hasMessage("missing-signature");
    }
}
