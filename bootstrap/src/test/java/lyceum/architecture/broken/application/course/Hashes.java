package lyceum.architecture.broken.application.course;

import java.security.MessageDigest;

record Hashes(MessageDigest digest) {}
