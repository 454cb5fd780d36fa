package id.kulkul.web.upload;

import id.kulkul.crypto.seal.Context;

/** A form as its intake fills it in, part by part, in the order in which they come. */
public interface StreamedForm {
    /** Takes what is held of a text field; {@code cut} where more of it was sent. */
    void take(String name, String value, boolean cut);

    /** Takes as much of a text field as came before the form broke off. */
    void takeBrokenOff(String name, String value);

    /** No more of it comes, and it was not whole. */
    void breakOff();

    /**
     * A file begins, which is bound to its place while it streams in: all that names the place has come. Where none was
     * chosen, browsers send one without a name.
     */
    void beginFile(String name);

    /** Where the next file stands in the history, if so many were sealed before it. */
    Context place(int before);

    /** Its files are not taken, for the reason of this code. */
    void refuseFiles(String code);

    /** A chosen file has no bytes. */
    void refuseEmptyFile(String name);

    /** No part of it is being taken, and none will be: what it took for its files is given back. */
    default void close() {}
}
