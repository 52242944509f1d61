using System.Text.Json;
using Gongkai.Letters.Facts;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Letters;

/// <summary>由机关树与机关的设置，得出文书要用的事实：谁的上级是谁，向谁申请复议。</summary>
public sealed class AgencyFactsOf(GongkaiDb db)
{
    /// <summary>设置里写信函格式的那个值。</summary>
    internal const string Correspondence = "correspondence";

    /// <summary>一个机关的事实。</summary>
    public async Task<AgencyFacts> OfAsync(AgencyRow agency, CancellationToken cancellation)
    {
        var own = JsonSerializer.Deserialize<NamesInSettings>(string.IsNullOrWhiteSpace(agency.Settings) ? "{}" : agency.Settings, Json.Options)!;
        var kind = KindOf(agency);
        var isGovernment = IsGovernment(kind) || kind == AgencyKind.TownGovernment;
        var (nearest, isDirect) = await GovernmentAboveAsync(agency, cancellation);

        // 按行政区划设的派出机构直接挂在政府下面的，说不清那是部门的本级政府还是所在地政府：不猜，请人填。
        var isUnsure = kind == AgencyKind.DistrictDispatchedOffice && isDirect;
        return new AgencyFacts
        {
            Name = agency.Name,
            Kind = kind,
            OwnGovernment = own.OwnGovernment ?? (isGovernment || isUnsure ? null : nearest),
            SuperiorGovernment = own.SuperiorGovernment ?? (isGovernment ? nearest : null),
            SuperiorDepartment = own.SuperiorDepartment,
            LocalGovernment = own.LocalGovernment,
            ReconsiderationBodies = agency.ReconsiderationBody is { Length: > 0 } body ? [body] : [],
            Court = agency.Court,
            ReconsiderationUrl = own.ReconsiderationUrl,
            Layout = own.LetterLayout == Correspondence ? LetterLayout.Correspondence : LetterLayout.Document,
            DisclosureOffice = agency.DisclosureOffice,
            Address = agency.Address,
            Telephone = agency.Telephone,
            PostCode = agency.PostCode,
        };
    }

    // 派出机构上面先是部门，再上面才是政府；乡镇政府不是复议机关（行政复议法第二十四条）。
    private async Task<(string? Name, bool IsDirect)> GovernmentAboveAsync(AgencyRow agency, CancellationToken cancellation)
    {
        HashSet<int> seen = [agency.Id];
        for (var at = agency.ParentId; at is { } id && seen.Add(id);)
        {
            var above = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == id, cancellation);
            if (IsGovernment(KindOf(above)))
            {
                return (above.Name, id == agency.ParentId);
            }

            at = above.ParentId;
        }

        return (null, false);
    }

    private static AgencyKind KindOf(AgencyRow agency) => Enum.TryParse<AgencyKind>(agency.Kind, out var kind) ? kind : AgencyKind.Department;

    private static bool IsGovernment(AgencyKind kind) => kind is AgencyKind.Government or AgencyKind.ProvinceGovernment;

    private sealed record NamesInSettings(string? OwnGovernment, string? SuperiorGovernment, string? SuperiorDepartment, string? LocalGovernment, string? ReconsiderationUrl, string? LetterLayout);
}
