using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using static CustomerUpdate.Core.Tests.Acme;

namespace CustomerUpdate.Core.Tests.Customers;

public class ChangeApplicationTests
{
    [Fact]
    public void Absent_members_leave_what_is_stored_and_null_clears()
    {
        var stored = new Profile { JobTitle = "Chef", Location = "Lima", Tags = ["VIP"], LastSeenAt = Noon };

        var written = stored.After(new CustomerChange { JobTitle = null, Age = "20-30", Tags = ValueList<string>.Empty, LastSeenAt = null });

        Assert.Equal(new Profile { Location = "Lima", Age = "20-30" }, written);
    }

    [Fact]
    public void A_signature_stamps_the_time_at_which_it_was_given_once()
    {
        var signed = new Profile().After(new CustomerChange { Signature = "Juan" });
        var again = signed.After(new CustomerChange { Signature = "Juan" }, World(now: Noon.AddDays(1)));
        var other = signed.After(new CustomerChange { Signature = "JP" }, World(now: Noon.AddDays(1)));

        Assert.Equal(Noon, signed.Consent.SignatureAcceptedAt);
        Assert.Equal(signed, again);
        Assert.Equal(Noon.AddDays(1), other.Consent.SignatureAcceptedAt);
        Assert.Equal(Consent.None, signed.After(new CustomerChange { Signature = null }).Consent);
    }

    [Fact]
    public void The_same_password_again_changes_nothing()
    {
        var world = World();
        var stored = new Profile().After(new CustomerChange { Password = "correct horse" }, world);

        Assert.Equal(stored, stored.After(new CustomerChange { Password = "correct horse" }, world));
        Assert.NotEqual(stored, stored.After(new CustomerChange { Password = "battery staple" }, world));
    }

    [Fact]
    public void Another_organisation_than_the_tenants_is_forbidden()
    {
        Assert.Equal(new Profile(), new Profile().After(new CustomerChange { OrganizationId = Tenant.OrganizationId }));
        Assert.Equal(FailureKind.Forbidden, new Profile().Refused(new CustomerChange { OrganizationId = Tenant.Id }).Kind);
    }

    [Fact]
    public void A_vendors_values_are_merged_beside_the_others()
    {
        var stored = new Profile().After(Vendor("quentli", new BagEdit { Merge = Bag(("skipTaxInvoice", "true")) }));
        var written = stored.After(Vendor("insighto", new BagEdit { Merge = Bag(("lastSent", "1")) }));

        Assert.Equal("true", written.VendorValue("quentli", "skipTaxInvoice").Json);
        Assert.Equal("1", written.VendorValue("insighto", "lastSent").Json);
        Assert.True(written.VendorValue("chatwoot", "contactInboxes").IsNull);
    }

    [Fact]
    public void An_edit_that_leaves_a_vendor_nothing_leaves_no_bag()
    {
        var edit = new BagEdit { Remove = ["skipTaxInvoice"] };
        var stored = new Profile().After(Vendor("quentli", new BagEdit { Merge = Bag(("skipTaxInvoice", "true")) }));

        Assert.Equal(new Profile(), new Profile().After(Vendor("quentli", edit)));
        Assert.Equal(new Profile(), new Profile().After(Vendor("quentli", new BagEdit { ReplaceWith = ValueMap<BagValue>.Empty })));
        Assert.Equal(new Profile(), stored.After(Vendor("quentli", edit)));
    }

    private static CustomerChange Vendor(string contract, BagEdit edit) => new() { Vendor = ValueMap<BagEdit>.Empty.Set(contract, edit) };
}
