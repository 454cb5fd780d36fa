// The lists of recipients that this screen has checked: the root is the first one seen.
import { Refused, same, unhex } from '../crypto/index.js';
import { toldOf } from '../channel/device.js';
import { isSignedList } from '../channel/answers.js';
import { vouched } from '../channel/lists.js';
import { tellOfLoss } from '../channel/loss.js';
import { getJson } from '../page/requests.js';

const ADDRESS = '/kerja/manifes/';

const verified = new Map();
let root;

/** The list of recipients with this digest (hex), once its signatures, its policy and its place in the log stand. */
export async function recipientsOf(digest) {
  if (!verified.has(digest)) verified.set(digest, await checked(digest));
  tellOfLoss(verified.get(digest));
  return verified.get(digest);
}

async function checked(digest) {
  const answer = await getJson(ADDRESS + digest, isSignedList);
  try {
    const list = vouched(answer, root);
    if (!same(list.digest, unhex(digest))) throw new Refused('OTHER_LIST');
    root ??= list.root;
    return list;
  } catch (failure) {
    console.error(failure);
    throw toldOf(failure);
  }
}
