using System.IO.Pipelines;
using System.Text;

namespace HealthNlp.Interop;

/// <summary>The lines of a stream as UTF-8 bytes, one at a time. Each byte is looked at once, however long the line.</summary>
internal sealed class LineReader(int maxLength)
{
    private byte[] _buffer = new byte[65_536];
    private int _start;
    private int _end;

    /// <summary>Line number, from 1, and its bytes, without the line end; valid until the next one; <see langword="null"/> when it is too long.</summary>
    internal async IAsyncEnumerable<(long Number, ReadOnlyMemory<byte>? Line)> ReadAsync(
        Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = await AsUtf8Async(stream, cancellationToken).ConfigureAwait(false);
        await using var _ = source.ConfigureAwait(false);
        var number = 1L;
        for (var scanned = 0; ;)
        {
            var found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                yield return (number++, Take(scanned + found));
                _start += scanned + found + 1;
                scanned = 0;
                continue;
            }

            scanned = _end - _start;
            if (scanned > maxLength)
            {
                yield return (number, null);
                if (!await SkipLineAsync(source, cancellationToken).ConfigureAwait(false)) yield break;
                (number, scanned) = (number + 1, 0);
                continue;
            }

            if (await FillAsync(source, cancellationToken).ConfigureAwait(false)) continue;
            if (scanned > 0) yield return (number, Take(scanned));
            yield break;
        }
    }

    private ReadOnlyMemory<byte>? Take(int length)
    {
        if (length > maxLength) return null;
        var line = _buffer.AsMemory(_start, length);
        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private async ValueTask<bool> SkipLineAsync(Stream source, CancellationToken cancellationToken)
    {
        _start = _end = 0;
        while (await FillAsync(source, cancellationToken).ConfigureAwait(false))
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (found >= 0)
            {
                _start += found + 1;
                return true;
            }

            _start = _end = 0;
        }

        return false;
    }

    private async ValueTask<bool> FillAsync(Stream source, CancellationToken cancellationToken)
    {
        if (_end == _buffer.Length)
        {
            if (_start > 0) _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            else Array.Resize(ref _buffer, 2 * _buffer.Length);
            (_start, _end) = (0, _end - _start);
        }

        var read = await source.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    /// <summary>UTF-16, with or without a byte order mark, is transcoded on the way.</summary>
    private static async Task<Stream> AsUtf8Async(Stream stream, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        var start = new byte[4];
        var peek = await pipe.ReadAtLeastAsync(start.Length, cancellationToken).ConfigureAwait(false);
        var length = FirstBytes(peek, start);
        pipe.AdvanceTo(peek.Buffer.Start);
        var bytes = pipe.AsStream();
        return Utf16(start.AsSpan(0, length)) is { } utf16 ? Encoding.CreateTranscodingStream(bytes, utf16, Encoding.UTF8) : bytes;
    }

    private static int FirstBytes(ReadResult peek, byte[] destination)
    {
        var first = peek.Buffer.Slice(0, Math.Min(peek.Buffer.Length, destination.Length));
        System.Buffers.BuffersExtensions.CopyTo(first, destination);
        return (int)first.Length;
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> start) =>
        start.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : start.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : TextDecoder.Utf16WithoutMark(start);
}
