namespace Gongkai.Reports.Reading.Pdf;

/// <summary>并查集。</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    public DisjointSets(int count) => _parents = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (_parents[item] != item)
        {
            item = _parents[item] = _parents[_parents[item]];
        }

        return item;
    }

    public void Union(int a, int b) => _parents[Find(a)] = Find(b);
}
