using System.Collections;

namespace HealthNlp;

/// <summary>
/// A read-only list of annotations in text order (start, then longer first) with interval look-ups: which lie over a position, which overlap a
/// span, which lie inside one. A look-up costs O(log n + found · log n), whatever overlaps what.
/// </summary>
/// <typeparam name="T">The kind of annotation.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SpanIndex<T> : IReadOnlyList<T> where T : ISpanned
{
    private readonly T[] _items;

    // Tree of the greatest End below each node (leaf i at _leaves + i); null when no two annotations overlap and ends are sorted as starts are.
    private readonly int[]? _greatestEnd;
    private readonly int _leaves;

    /// <summary>Sorts and indexes <paramref name="items"/>.</summary>
    /// <param name="items">The annotations, in any order; equal spans keep the order given.</param>
    public SpanIndex(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = [.. items];
        if (!IsSorted(_items)) _items = [.. _items.OrderBy(item => item.Span)];
        if (!HasOverlap(_items)) return;
        _leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_items.Length);
        _greatestEnd = new int[2 * _leaves];
        for (var i = 0; i < _items.Length; i++) _greatestEnd[_leaves + i] = _items[i].Span.End;
        for (var node = _leaves - 1; node > 0; node--) _greatestEnd[node] = Math.Max(_greatestEnd[2 * node], _greatestEnd[2 * node + 1]);
    }

    /// <summary>An index of nothing.</summary>
    public static SpanIndex<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The annotations as a span of memory, in text order.</summary>
    /// <returns>A view without a copy.</returns>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>The annotations that share at least one position with <paramref name="span"/>, in text order.</summary>
    /// <param name="span">A span of the raw text.</param>
    /// <returns>A lazy sequence; empty for an empty span.</returns>
    public IEnumerable<T> Overlapping(TextSpan span)
    {
        for (var i = NextEndingAfter(0, span.Start); i < _items.Length && _items[i].Span.Start < span.End; i = NextEndingAfter(i + 1, span.Start))
        {
            if (_items[i].Span.Overlaps(span)) yield return _items[i];
        }
    }

    /// <summary>The annotations over one position, outermost first.</summary>
    /// <param name="position">A position of the raw text.</param>
    /// <returns>A lazy sequence.</returns>
    public IEnumerable<T> At(int position) => position == int.MaxValue ? [] : Overlapping(TextSpan.FromLength(position, 1));

    /// <summary>The innermost annotation over one position, the default when there is none: the last of <see cref="At"/> without a list.</summary>
    internal T? InnermostAt(int position)
    {
        var last = default(T);
        if (position == int.MaxValue) return last;
        for (var i = NextEndingAfter(0, position); i < _items.Length && _items[i].Span.Start <= position; i = NextEndingAfter(i + 1, position)) last = _items[i];
        return last;
    }

    /// <summary>The annotations that lie wholly inside <paramref name="span"/>, in text order.</summary>
    /// <param name="span">A span of the raw text.</param>
    /// <returns>A lazy sequence.</returns>
    public IEnumerable<T> Within(TextSpan span)
    {
        for (var i = FirstStartingAtOrAfter(span.Start); i < _items.Length && _items[i].Span.Start <= span.End; i++)
        {
            if (span.Contains(_items[i].Span)) yield return _items[i];
        }
    }

    /// <summary>The place in the list of the first annotation that starts at or after <paramref name="position"/>.</summary>
    /// <param name="position">A position of the raw text.</param>
    /// <returns>An index, or <see cref="Count"/> when none does.</returns>
    public int FirstStartingAtOrAfter(int position)
    {
        var (low, high) = (0, _items.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_items[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsSorted(T[] items)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (items[i - 1].Span > items[i].Span) return false;
        }

        return true;
    }

    private static bool HasOverlap(T[] items)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (items[i].Span.Start < items[i - 1].Span.End) return true;
        }

        return false;
    }

    /// <summary>The first place at or after <paramref name="from"/> whose annotation ends after <paramref name="position"/>.</summary>
    private int NextEndingAfter(int from, int position)
    {
        if (_greatestEnd is null)
        {
            var (low, high) = (from, _items.Length);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (_items[middle].Span.End <= position) low = middle + 1;
                else high = middle;
            }

            return low;
        }

        if (from >= _items.Length) return _items.Length;
        // Up from the leaf until a subtree to the right holds a later end, then down to its first leaf.
        var node = _leaves + from;
        while (_greatestEnd[node] <= position)
        {
            while ((node & 1) == 1)
            {
                node >>= 1;
                if (node == 0) return _items.Length;
            }

            node++;
        }

        while (node < _leaves)
        {
            node *= 2;
            if (_greatestEnd[node] <= position) node++;
        }

        return Math.Min(node - _leaves, _items.Length);
    }
}
