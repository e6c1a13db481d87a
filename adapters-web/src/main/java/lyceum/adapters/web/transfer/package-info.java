/** Catalogues over HTTP and in files: CSV and newline-delimited JSON, read and written in constant memory. */
@NullMarked
package lyceum.adapters.web.transfer;

import org.jspecify.annotations.NullMarked;
