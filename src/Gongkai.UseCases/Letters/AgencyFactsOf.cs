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
        var parent = agency.ParentId is { } id ? await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == id, cancellation) : null;
        var kind = Enum.TryParse<AgencyKind>(agency.Kind, out var known) ? known : AgencyKind.Department;
        var isGovernment = kind is AgencyKind.Government or AgencyKind.ProvinceGovernment or AgencyKind.TownGovernment;
        return new AgencyFacts
        {
            Name = agency.Name,
            Kind = kind,
            OwnGovernment = own.OwnGovernment ?? (isGovernment ? null : parent?.Name),
            SuperiorGovernment = own.SuperiorGovernment ?? (isGovernment ? parent?.Name : null),
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

    private sealed record NamesInSettings(string? OwnGovernment, string? SuperiorGovernment, string? SuperiorDepartment, string? LocalGovernment, string? ReconsiderationUrl, string? LetterLayout);
}
