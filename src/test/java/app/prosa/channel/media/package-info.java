@org.jspecify.annotations.NullMarked
package app.prosa.channel.media;
