// The auditor's pages with a script: sliders that show each moment while they move, and a play button. Without it the same
// pages work by links and forms.
//
// What it finds in a page:
//   #geser[data-indexes][data-views][data-missed][data-address][data-moment]   around one slider; indexes joined by commas
//   #geser-dua[data-indexes][data-address][data-part]                           around two
import { compare } from './compare.js';
import { slide } from './slide.js';

const one = document.getElementById('geser');
const two = document.getElementById('geser-dua');
if (one) slide(one);
if (two) compare(two);
