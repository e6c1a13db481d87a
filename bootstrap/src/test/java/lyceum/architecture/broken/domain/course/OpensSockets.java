package lyceum.architecture.broken.domain.course;

import java.net.Socket;

record OpensSockets(Socket socket) {}
