/** The offline tools: what an auditor, a key holder or a careful reporter runs without trusting the server. */
@NullMarked
package id.kulkul.crypto.tools;

import org.jspecify.annotations.NullMarked;
