namespace OrgManager.Common;

/// <summary>An array in an order, of which a few are to be replaced without sorting it anew.</summary>
internal static class SortedArray
{
    /// <summary>The array without some and with others, all in order; null if one of those that go does not stand where the order has it.</summary>
    /// <param name="order">No two that are different are alike to it.</param>
    public static T[]? Replaced<T>(T[] before, IEnumerable<T> going, IEnumerable<T> coming, IComparer<T> order)
    {
        var gone = going.Select(item => Array.BinarySearch(before, item, order)).Order().ToList();
        if (gone is [< 0, ..]) return null;
        T[] come = [.. coming.Order(order)];
        var (now, from, to, nextGone) = (new T[before.Length - gone.Count + come.Length], 0, 0, 0);
        foreach (var item in come)
        {
            var at = Array.BinarySearch(before, item, order);
            CopyUntil(at < 0 ? ~at : at);
            now[to++] = item;
        }
        CopyUntil(before.Length);
        return now;

        void CopyUntil(int end)
        {
            for (; nextGone < gone.Count && gone[nextGone] < end; nextGone++)
            {
                Copy(gone[nextGone]);
                from = gone[nextGone] + 1;
            }
            Copy(end);
        }

        void Copy(int end)
        {
            if (end <= from) return;
            Array.Copy(before, from, now, to, end - from);
            (to, from) = (to + end - from, end);
        }
    }
}
