// The channel as this browser has checked it: lists of recipients back to the first, under one root that never changes on this page.
import { Refused, hex } from '../crypto/index.js';
import { getJson } from '../page/requests.js';
import { toldOf } from './device.js';
import { isChannel } from './answers.js';
import { vouchedChain } from './lists.js';
import { tellOfLoss } from './loss.js';

let root;

/** Every list of the channel, the one in force first; nothing is sealed or believed where the server cannot show them whole. */
export async function channelLists(pinned, quiet = false) {
  const { manifests } = await getJson('/lapor/manifes', isChannel);
  const lists = believed(manifests, root ?? pinned);
  tellOfLoss(lists[0], quiet);
  root = lists[0].root;
  return lists;
}

function believed(manifests, pinned) {
  try {
    return vouchedChain(manifests, pinned);
  } catch (failure) {
    console.error(failure);
    throw toldOf(failure);
  }
}

/** The list with this digest among them. */
export function listOf(lists, digest) {
  const list = lists.find(one => hex(one.digest) === digest);
  if (!list) throw new Refused('OTHER_LIST');
  return list;
}
