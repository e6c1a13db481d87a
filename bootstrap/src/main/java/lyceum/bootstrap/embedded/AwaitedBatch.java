package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A reply without events, held back until there are some or the client's patience ends. It comes into the pipeline of the
 * client's channel just before the reply is written, catches it, and leaves when it lets it go. No thread waits: all of this
 * runs on the channel's event loop. A client asks one thing at a time on a connection, so nothing overtakes it.
 */
final class AwaitedBatch extends ChannelOutboundHandlerAdapter {

    private final ChangeHistory history;
    private final ChangeCursor cursor;
    private final Document reply;
    private final int size;
    private final long millis;

    private @Nullable Runnable send;
    private @Nullable Runnable waiter;
    private @Nullable ScheduledFuture<?> timer;

    /** @param reply is changed when there are events */
    AwaitedBatch(ChangeHistory history, ChangeCursor cursor, Document reply, int size, long millis) {
        this.history = history;
        this.cursor = cursor;
        this.reply = reply;
        this.size = size;
        this.millis = millis;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        send = () -> {
            var _ = context.writeAndFlush(message, promise);
            context.pipeline().remove(this);
        };
        waiter = () -> context.executor().execute(this::look);
        timer = context.executor().schedule(this::send, millis, TimeUnit.MILLISECONDS);
        history.whenMore(cursor.place(), waiter);
    }

    private void look() {
        if (send == null || waiter == null) {
            return;
        }
        try {
            var events = cursor.takeDocuments(size);
            if (events.isEmpty()) {
                history.whenMore(cursor.place(), waiter);
                return;
            }
            fill(events);
        } catch (HistoryLost e) {
            reply.clear();
            reply.putAll(e.reply());
        }
        send();
    }

    private void fill(List<Document> events) {
        if (reply.get("cursor") instanceof Document batch) {
            batch.put("nextBatch", events);
            batch.put("postBatchResumeToken", cursor.token());
            batch.put("id", cursor.isEmpty() ? 0L : cursor.getId());
        }
    }

    private void send() {
        if (send != null) {
            var sending = send;
            stop();
            sending.run();
        }
    }

    /** Also where the client leaves. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void stop() {
        if (waiter != null && timer != null) {
            timer.cancel(false);
            history.cancel(waiter);
        }
        send = null;
    }
}
