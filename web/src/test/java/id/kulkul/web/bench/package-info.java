/**
 * What is measured by hand and never in the test run: each figure is a ratio of two things run alternately on one disk.
 * Every program is bounded in count and time and prints the machine it ran on.
 */
@NullMarked
package id.kulkul.web.bench;

import org.jspecify.annotations.NullMarked;
