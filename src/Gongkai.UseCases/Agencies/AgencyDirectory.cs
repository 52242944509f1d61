using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Agencies;

/// <summary>受理申请的机关，人人可看：名称与公开指南里的事实。</summary>
public sealed class AgencyDirectory(GongkaiDb db)
{
    private const int MostWords = 8;

    /// <summary>正在受理的机关，按编号。</summary>
    public async Task<IReadOnlyList<AgencyRow>> ListAsync(CancellationToken cancellation) =>
        await db.Agencies.AsNoTracking().Where(a => a.IsOpen).OrderBy(a => a.Id).ToListAsync(cancellation);

    /// <summary>哪些机关的名称、公开指南里提到这些话：几个词要都在。没有写话的为空。</summary>
    /// <param name="text">要找的话，用空白隔开几个词。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<IReadOnlyList<AgencyHit>> SearchAsync(string text, CancellationToken cancellation)
    {
        var words = text.Split((char[]?)null, MostWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
        {
            return [];
        }

        return [.. (await ListAsync(cancellation)).Select(a => new AgencyHit(a, AgencyGuide.Of(a))).Where(h => words.All(h.Mentions))];
    }

    /// <summary>按网页路径里的那一段找；没有、或者不再受理的，为没有。记在这个上下文里：随后收申请不必再取。</summary>
    /// <exception cref="NoSuchThingException">没有。</exception>
    public async Task<AgencyRow> FindAsync(string path, CancellationToken cancellation) =>
        await db.Agencies.TagWith(GongkaiDb.PreparedOnce).SingleOrDefaultAsync(a => a.PagePath == path && a.IsOpen, cancellation) ?? throw new NoSuchThingException();
}

/// <summary>找到的一个机关。</summary>
/// <param name="Agency">机关。</param>
/// <param name="Guide">它的公开指南里自己写的几项。</param>
public sealed record AgencyHit(AgencyRow Agency, AgencyGuide Guide)
{
    internal bool Mentions(string word) =>
        new[] { Agency.Name, Agency.ShortName, Agency.DisclosureOffice, Guide.Classification, Guide.Arrangement }.Any(t => t.Contains(word, StringComparison.OrdinalIgnoreCase));
}
