// The auditor's pages with a script: sliders that show each moment while they move, and a play button. Without it the same
// pages work by links and forms.
//
// What it finds in a page:
//   #geser[data-indexes][data-views][data-missed][data-address][data-moment][data-away]   around one slider; indexes
//                                      joined by commas; away is what is said where the server cannot be reached
//   #geser-dua[data-indexes][data-part][data-away]                                        around two
import { compare } from './compare.js';
import { slide } from './slide.js';

const one = document.getElementById('geser');
const two = document.getElementById('geser-dua');
if (one) slide(one);
if (two) compare(two);
