// The 2,048 common Indonesian words in which receipts are written, in the order of their numbers.
import list from '../../../../../crypto/src/main/resources/id/kulkul/crypto/receipt/indonesian.txt';

export const words = list.trim().split('\n');
