package id.kulkul.crypto.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    private static final int MANY = 200;
    private static final List<Digest> LEAVES = IntStream.range(0, 1000)
            .mapToObj(i -> Digest.of(TreeHash.leaf(("leaf-" + i).getBytes(US_ASCII))))
            .toList();
    private static final MerkleTree TREE = new MerkleTree();

    static {
        LEAVES.forEach(TREE::append);
    }

    /** The test inputs that certificate transparency implementations have shared since RFC 6962. */
    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void known_roots_are_reproduced(int size, String root) {
        String[] inputs = {
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
        };
        MerkleTree tree = new MerkleTree();
        for (String input : inputs)
            tree.append(Digest.of(TreeHash.leaf(HexFormat.of().parseHex(input))));
        assertThat(tree.root(size).hex()).isEqualTo(root);
    }

    @Test
    void the_frozen_vector_of_a_thousand_leaves_is_reproduced() {
        assertThat(TREE.root(1000).hex()).isEqualTo("84453b515db221e015241f91778d541a91e27472a3cbbd4922b023b180456359");
    }

    @Test
    void the_root_at_every_size_is_that_of_the_definition() {
        Frontier frontier = new Frontier();
        for (int size = 0; size <= MANY; size++) {
            Digest expected = definition(LEAVES.subList(0, size));
            assertThat(TREE.root(size)).isEqualTo(expected);
            assertThat(frontier.root()).isEqualTo(expected);
            assertThat(frontier.copy().root()).isEqualTo(expected);
            frontier.append(LEAVES.get(size));
        }
    }

    @Test
    void every_leaf_is_proved_in_every_tree_and_at_no_other_place() {
        for (int size = 1; size <= MANY; size++) {
            Digest root = TREE.root(size);
            for (int index = 0; index < size; index++) {
                List<Digest> path = TREE.inclusion(index, size);
                Digest leaf = TREE.leaf(index);
                assertThat(MerkleProofs.includes(leaf, index, size, path, root)).isTrue();
                assertThat(MerkleProofs.includes(leaf, index ^ 1, size, path, root) && (index ^ 1) < size)
                        .isFalse();
                assertThat(MerkleProofs.includes(TREE.leaf(index + 1), index, size, path, root))
                        .isFalse();
            }
        }
    }

    @Test
    void every_prefix_is_proved_in_every_tree() {
        for (int second = 0; second <= MANY; second++) {
            for (int first = 0; first <= second; first++) {
                List<Digest> proof = TREE.consistency(first, second);
                assertThat(MerkleProofs.consistent(first, TREE.root(first), second, TREE.root(second), proof))
                        .as("%d in %d", first, second)
                        .isTrue();
            }
        }
    }

    @Test
    void a_proof_with_a_bit_changed_a_hash_lost_or_a_hash_added_proves_nothing() {
        for (int size : new int[] {1, 2, 3, 7, 8, 13, 100}) {
            for (int index = 0; index < size; index++) {
                int at = index;
                for (List<Digest> broken : broken(TREE.inclusion(index, size))) {
                    assertThat(MerkleProofs.includes(TREE.leaf(at), at, size, broken, TREE.root(size)))
                            .isFalse();
                }
                for (List<Digest> broken : broken(TREE.consistency(index + 1, size))) {
                    assertThat(MerkleProofs.consistent(at + 1, TREE.root(at + 1), size, TREE.root(size), broken))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void another_history_of_the_same_size_is_not_consistent() {
        MerkleTree other = new MerkleTree();
        for (int i = 0; i < 50; i++) other.append(LEAVES.get(i == 20 ? 21 : i));
        for (int first = 21; first <= 50; first++) {
            assertThat(MerkleProofs.consistent(
                            first, TREE.root(first), 50, other.root(50), other.consistency(first, 50)))
                    .isFalse();
        }
    }

    @Test
    void the_empty_tree_begins_every_tree_and_only_with_the_root_of_nothing() {
        Digest five = TREE.root(5);
        assertThat(MerkleProofs.consistent(0, TREE.root(0), 5, five, List.of())).isTrue();
        assertThat(MerkleProofs.consistent(0, TREE.root(1), 5, five, List.of())).isFalse();
        assertThat(MerkleProofs.consistent(0, TREE.root(0), 5, five, List.of(five)))
                .isFalse();
    }

    @Test
    void a_tree_of_no_power_of_two_is_not_proved_by_nothing() {
        assertThat(MerkleProofs.consistent(3, TREE.root(3), 5, TREE.root(5), List.of()))
                .isFalse();
        assertThat(MerkleProofs.consistent(3, TREE.root(5), 5, TREE.root(5), List.of()))
                .isFalse();
    }

    @Test
    void sizes_and_indexes_that_are_not_there_are_refused() {
        assertThatThrownBy(() -> TREE.root(1001)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TREE.inclusion(5, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TREE.consistency(6, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(MerkleProofs.includes(TREE.leaf(0), -1, 1, List.of(), TREE.root(1)))
                .isFalse();
        assertThat(MerkleProofs.includes(TREE.leaf(0), 0, 0, List.of(), TREE.root(0)))
                .isFalse();
        assertThat(MerkleProofs.consistent(2, TREE.root(2), 1, TREE.root(1), List.of()))
                .isFalse();
    }

    private static List<List<Digest>> broken(List<Digest> proof) {
        List<List<Digest>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<Digest> changed = new ArrayList<>(proof);
            byte[] bytes = proof.get(i).bytes();
            bytes[i % 32] ^= 0x40;
            changed.set(i, Digest.of(bytes));
            all.add(changed);
            List<Digest> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            all.add(shorter);
        }
        List<Digest> longer = new ArrayList<>(proof);
        longer.add(LEAVES.getFirst());
        all.add(longer);
        return all;
    }

    private static Digest definition(List<Digest> leaves) {
        if (leaves.isEmpty()) return Digest.of(TreeHash.empty());
        if (leaves.size() == 1) return leaves.getFirst();
        int half = Integer.highestOneBit(leaves.size() - 1);
        return Digest.of(TreeHash.node(
                definition(leaves.subList(0, half)).bytes(),
                definition(leaves.subList(half, leaves.size())).bytes()));
    }
}
