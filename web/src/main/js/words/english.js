// The 2,048 English words of BIP 39 in which receipts are written, in the order of their numbers.
import list from '../../../../../crypto/src/main/resources/id/kulkul/crypto/receipt/bip39-english.txt';

export const words = list.trim().split('\n');
